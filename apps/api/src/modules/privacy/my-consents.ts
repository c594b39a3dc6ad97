import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { PersonalRecordsRegistry } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { ConsentsRepository, type StandingConsent } from './consents.repository';
import type { ConsentDto, GiveConsentInput } from './dto/privacy.dto';
import { privacyRefusals } from './privacy.refusals';
import { purposeOf, textHashOf } from './purposes';

/** What a person agreed to: giving it, taking it back, looking at it. */
@Injectable()
export class MyConsents {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: ConsentsRepository,
    private readonly registry: PersonalRecordsRegistry,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One line for each purpose ever agreed to. */
  async list({ accountId }: Actor): Promise<ConsentDto[]> {
    return (await this.transactions.read((tx) => this.consents.standing(tx, accountId))).map(presentConsent);
  }

  /**
   * Agrees to the text as it stands now; for a required purpose it says that the text was read. Safe to repeat.
   * @throws purpose_unknown 404, purpose_text_changed 409 (with the new `version`), id_reused 422
   */
  async give(actor: Actor, input: GiveConsentInput): Promise<ConsentDto> {
    return this.transactions.run(async (tx) => {
      await this.consents.lockAccount(tx, actor.accountId);
      const standing = (await this.repeated(tx, actor, input)) ?? (await this.add(tx, actor, input));
      return presentConsent(standing);
    });
  }

  /**
   * The same as part of something else, where to choose it is to agree: the text stood beside the choice.
   * @throws purpose_text_changed 409 (with the new `version`)
   */
  async agree(
    tx: EntityManager,
    actor: Actor,
    agreement: Pick<GiveConsentInput, 'purpose' | 'textVersion'>,
  ): Promise<void> {
    await this.consents.lockAccount(tx, actor.accountId);
    await this.add(tx, actor, { ...agreement, id: randomUUID() });
  }

  /**
   * Takes an agreement back, as a row of its own: what was agreed to stays readable. What rested on it alone is erased.
   * Safe to repeat.
   * @throws purpose_unknown and consent_unknown 404, purpose_required 409
   */
  async withdraw(actor: Actor, purposeId: string): Promise<ConsentDto> {
    const purpose = purposeOf(purposeId);
    if (purpose.required) throw privacyRefusals.purpose_required();
    return this.transactions.run(async (tx) => {
      const standing = await this.takeBack(tx, actor, purposeId);
      if (!standing) throw privacyRefusals.consent_unknown();
      return presentConsent(standing);
    });
  }

  /** The same as part of something else; null when nothing was ever agreed to. */
  async takeBack(tx: EntityManager, actor: Actor, purposeId: string): Promise<StandingConsent | null> {
    await this.consents.lockAccount(tx, actor.accountId);
    const standing = await this.standingOf(tx, actor, purposeId);
    if (!standing || standing.withdrawnAt !== null) return standing ?? null;
    const at = this.clock.now();
    const { textVersion, textHash } = standing;
    const row = { id: randomUUID(), accountId: actor.accountId, purpose: purposeId, textVersion, textHash, at };
    await this.consents.add(tx, { ...row, act: 'withdraw' });
    for (const records of this.registry.all().filter((each) => each.purpose === purposeId)) {
      await records.erase?.(tx, { actor, at, keepsName: true });
    }
    await this.record(tx, actor, 'consent.withdraw', purposeId, textVersion);
    return { ...standing, withdrawnAt: at };
  }

  /** The same request again gives the answer of now; the same id for something else is refused. */
  private async repeated(
    tx: EntityManager,
    actor: Actor,
    { id, purpose, textVersion }: GiveConsentInput,
  ): Promise<StandingConsent | undefined> {
    const known = await this.consents.findById(tx, id);
    if (!known) return undefined;
    const isSame =
      known.accountId === actor.accountId &&
      known.act === 'give' &&
      known.purpose === purpose &&
      known.textVersion === textVersion;
    if (!isSame) throw common.id_reused();
    return this.standingOf(tx, actor, purpose);
  }

  private async add(tx: EntityManager, actor: Actor, input: GiveConsentInput): Promise<StandingConsent> {
    const purpose = purposeOf(input.purpose);
    if (purpose.version !== input.textVersion) {
      throw privacyRefusals.purpose_text_changed({ version: purpose.version });
    }
    const standing = await this.standingOf(tx, actor, purpose.id);
    if (standing?.textVersion === purpose.version && standing.withdrawnAt === null) return standing;
    const given = {
      purpose: purpose.id,
      textVersion: purpose.version,
      textHash: textHashOf(purpose),
    };
    const at = this.clock.now();
    await this.consents.add(tx, { ...given, id: input.id, accountId: actor.accountId, act: 'give', at });
    await this.record(tx, actor, 'consent.give', purpose.id, purpose.version);
    return { ...given, givenAt: at, withdrawnAt: null };
  }

  private async standingOf(tx: EntityManager, actor: Actor, purpose: string): Promise<StandingConsent | undefined> {
    return (await this.consents.standing(tx, actor.accountId)).find((each) => each.purpose === purpose);
  }

  private record(tx: EntityManager, actor: Actor, action: string, purpose: string, textVersion: string): Promise<void> {
    const subject = { subjectKind: 'account', subjectId: actor.accountId };
    return this.audit.record(tx, { actor, action, ...subject, detail: { purpose, textVersion } });
  }
}

function presentConsent({ purpose, textVersion, givenAt, withdrawnAt }: StandingConsent): ConsentDto {
  return {
    purpose,
    textVersion,
    givenAt: givenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}
