import { CLIENTS, type Client } from '../../../../platform/access';
import { Flag, Id, Instant, OneOf, Text } from '../../../../platform/validation';

/** A device that is signed in to one's account. */
export class DeviceDto {
  @Id()
  id!: string;

  @Text({ max: 80 })
  deviceName!: string;

  @OneOf(CLIENTS)
  client!: Client;

  @Instant()
  createdAt!: string;

  @Instant({ description: 'To within five minutes' })
  lastSeenAt!: string;

  @Instant()
  expiresAt!: string;

  @Flag()
  isThis!: boolean;
}
