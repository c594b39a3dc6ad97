import { defineRefusals, translateConstraint } from '../../platform/errors';

/** Why a dispute is refused. */
export const disputeRefusals = defineRefusals({
  dispute_unknown: { status: 404, title: '没有找到这条争议。' },
  dispute_open: { status: 409, title: '这一户已经有一条没有了结的争议，请先了结再登记新的。' },
  dispute_settled: { status: 409, title: '这条争议已经了结，请刷新后再看。' },
});

translateConstraint({ uq_disputes_open: () => disputeRefusals.dispute_open() });
