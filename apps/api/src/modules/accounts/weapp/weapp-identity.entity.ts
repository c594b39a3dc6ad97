import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../account.entity';

/**
 * A WeChat user, as our mini-program alone knows them, and the account they sign in to. Neither the session key nor the
 * unionid is kept: nothing here needs them.
 */
@Entity('weapp_identities')
@Unique('uq_weapp_identities_openid', ['openidIndex'])
@Index('ix_weapp_identities_account', ['accountId'])
export class WeappIdentity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_weapp_identities' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => Account, { name: 'fk_weapp_identities_account' })
  accountId!: string;

  @Column({ type: 'bytea', name: 'openid_index' })
  openidIndex!: Buffer;

  @Column({ type: 'bytea', name: 'openid_sealed' })
  openidSealed!: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
