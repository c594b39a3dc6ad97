import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { BindingAccess } from '../bindings';
import { findEntitlement, findRound, type RoundState } from '../rounds';
import { refusals } from './agreements.refusals';
import { findConsentForm, insertConsentForm, lockConsentForm, type ConsentFormRow } from './consent-forms.repository';
import type { ConsentFormDto, SignConsentFormInput } from './dto/consent-form.dto';
import { Signatures, type ReadSignature } from './signatures';

const SIGNING_STATES: readonly RoundState[] = ['open', 'closed', 'announced'];

/** A household signs the agreement (同意书). The form keeps the hashes of agreement and cost table it was signed under. */
@Injectable()
export class SignConsentForm {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingAccess,
    private readonly signatures: Signatures,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: the same id with the same content answers the same form.
   * @throws not_bound (404), not_found (404) for an unknown round or a household it does not ask, may_not_sign (403),
   *   round_not_signing (409), id_reused (422), signature_… (400, 413)
   */
  async execute(actor: Actor, roundId: string, input: SignConsentFormInput): Promise<ConsentFormDto> {
    const signature = await this.signatures.read(actor, input.signature);
    return this.transactions.run(async (tx) => {
      await lockConsentForm(tx, input.id);
      const known = await findConsentForm(tx, input.id);
      if (known) {
        if (!isSame(known, actor, roundId, input, signature)) throw common.id_reused();
        return present(known);
      }
      const { estateId, hashes } = await this.assertMaySign(tx, actor, roundId, input.householdId);
      const form = {
        id: input.id,
        roundId,
        householdId: input.householdId,
        signedBy: actor.accountId,
        signatureId: await this.signatures.keep(tx, actor, signature),
        ...hashes,
        signedAt: input.signedAt,
        receivedAt: this.clock.now(),
      };
      await insertConsentForm(tx, form);
      await this.audit.record(tx, {
        actor,
        action: 'consent_form.sign',
        subjectKind: 'household',
        subjectId: input.householdId,
        estateId,
        detail: { roundId },
      });
      return present(form);
    });
  }

  private async assertMaySign(tx: EntityManager, actor: Actor, roundId: string, householdId: string) {
    const relation = await this.bindings.assertBound(tx, actor.accountId, householdId);
    const round = await findRound(tx, roundId);
    if (!round || !(await findEntitlement(tx, roundId, householdId))) throw common.not_found();
    if (!this.bindings.mayVote(relation)) throw refusals.may_not_sign();
    if (!SIGNING_STATES.includes(round.state)) throw refusals.round_not_signing();
    const { agreementHash, costTableHash, estateId } = round;
    return { estateId, hashes: { agreementHash: agreementHash!, costTableHash: costTableHash! } };
  }
}

function isSame(
  known: ConsentFormRow & { signatureSha256: string },
  actor: Actor,
  roundId: string,
  input: SignConsentFormInput,
  signature: ReadSignature,
): boolean {
  return (
    known.roundId === roundId &&
    known.householdId === input.householdId &&
    known.signedBy === actor.accountId &&
    known.signedAt.getTime() === input.signedAt.getTime() &&
    known.signatureSha256 === (signature.uploadedSha256 ?? signature.sha256)
  );
}

function present({ id, signedAt, agreementHash }: ConsentFormRow): ConsentFormDto {
  return { id, signedAt: signedAt.toISOString(), agreementHash };
}
