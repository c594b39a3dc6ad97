import { nextStates, type Lifecycle } from './lifecycle.ts';

/** 征询（一轮）. An extension is a new round with its own notice: nothing goes back from closed to open. */
export type RoundState = 'draft' | 'open' | 'closed' | 'announced' | 'settled' | 'void';

/** A round may be made void, with the reason, until its result has been announced; after that only a court undoes it (art. 280). */
export const roundLifecycle: Lifecycle<RoundState> = {
  initial: 'draft',
  moves: {
    draft: ['open', 'void'],
    open: ['closed', 'void'],
    closed: ['announced', 'void'],
    announced: ['settled'],
    settled: [],
    void: [],
  },
  final: ['settled', 'void'],
};

/** The states a round may move to. */
export function nextRoundStates(from: RoundState): readonly RoundState[] {
  return nextStates(roundLifecycle, from);
}

/** 阶段: 摸底 可行性 方案 征询 公示 签约 审批 施工 验收 交付 运维, and 中止 for a project that is given up. */
export type ProjectStage =
  | 'canvass'
  | 'feasibility'
  | 'scheme'
  | 'consultation'
  | 'notice'
  | 'signing'
  | 'approval'
  | 'construction'
  | 'acceptance'
  | 'handover'
  | 'operation'
  | 'terminated';

/**
 * A project goes forward one stage at a time. It may be reopened, with a reason, at the stage that failed: a new scheme after a
 * lost consultation, an upheld objection or a refused approval; construction after a failed acceptance.
 */
export const projectLifecycle: Lifecycle<ProjectStage> = {
  initial: 'canvass',
  moves: {
    canvass: ['feasibility', 'terminated'],
    feasibility: ['scheme', 'canvass', 'terminated'],
    scheme: ['consultation', 'feasibility', 'terminated'],
    consultation: ['notice', 'scheme', 'canvass', 'terminated'],
    notice: ['signing', 'scheme', 'terminated'],
    signing: ['approval', 'scheme', 'terminated'],
    approval: ['construction', 'scheme', 'terminated'],
    construction: ['acceptance', 'approval', 'terminated'],
    acceptance: ['handover', 'construction'],
    handover: ['operation', 'acceptance'],
    operation: [],
    terminated: ['canvass'],
  },
  final: ['operation'],
};

/** 异议: heard, answered or brought to mediation, and settled, withdrawn or taken to court. */
export type ObjectionState =
  'received' | 'accepted' | 'answered' | 'in_mediation' | 'settled' | 'withdrawn' | 'in_court' | 'dismissed';

/** Every objection is answered in writing before it may be dismissed; whoever objects may withdraw at any time before the end. */
export const objectionLifecycle: Lifecycle<ObjectionState> = {
  initial: 'received',
  moves: {
    received: ['accepted', 'withdrawn'],
    accepted: ['answered', 'in_mediation', 'withdrawn'],
    answered: ['settled', 'in_mediation', 'in_court', 'dismissed', 'withdrawn'],
    in_mediation: ['settled', 'answered', 'in_court', 'withdrawn'],
    in_court: ['settled', 'dismissed', 'withdrawn'],
    settled: [],
    withdrawn: [],
    dismissed: [],
  },
  final: ['settled', 'withdrawn', 'dismissed'],
};

/** 审核 of a submission. */
export type ReviewState = 'received' | 'has_issues' | 'resubmitted' | 'approved' | 'rejected';

/** What is returned with issues comes back resubmitted; approved and rejected are final. */
export const reviewLifecycle: Lifecycle<ReviewState> = {
  initial: 'received',
  moves: {
    received: ['has_issues', 'approved', 'rejected'],
    has_issues: ['resubmitted', 'rejected'],
    resubmitted: ['has_issues', 'approved', 'rejected'],
    approved: [],
    rejected: [],
  },
  final: ['approved', 'rejected'],
};
