import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import type { ReviewVerdict, SubmissionKind, SubmissionRow } from './review.types';

/** What the reviewer is shown beside the submission itself. */
export interface SubmissionDescription {
  facts: Record<string, unknown>;
  evidence: { signatureId?: string | null; paperPhotoId?: string | null; typedName?: string | null };
}

/** What a module does for its own kind of submission. */
export interface SubmissionHandler {
  readonly kind: SubmissionKind;
  /** The facts and the evidence on which a reviewer decides. */
  describe(tx: EntityManager, submission: SubmissionRow): Promise<SubmissionDescription>;
  /** Runs in the deciding transaction, once the submission has its new state; a Refusal undoes the decision. */
  decided(tx: EntityManager, submission: SubmissionRow, verdict: ReviewVerdict, actor: Actor): Promise<void>;
}

/** Bindings, letters and ballots register here, so that the review queue knows none of them. */
@Injectable()
export class SubmissionHandlers {
  private readonly byKind = new Map<SubmissionKind, SubmissionHandler>();

  /** Called once per kind, when the owning module starts. */
  register(handler: SubmissionHandler): void {
    this.byKind.set(handler.kind, handler);
  }

  /** The handler of a kind; a kind nobody handles is a defect. */
  of(kind: SubmissionKind): SubmissionHandler {
    const handler = this.byKind.get(kind);
    if (!handler) throw new Error(`nobody handles submissions of kind ${kind}`);
    return handler;
  }
}
