export { common } from './common.refusals';
export { brokenConstraint, translateConstraint } from './constraints';
export { describeError, framesOf, withoutValues } from './describe-error';
export { problemDocument, refusalOf, type ProblemDocument } from './problem';
export { ProblemFilter, sendProblem } from './problem.filter';
export { declaredRefusals, defineRefusals, Refusal, type FieldError, type RefusalMore } from './refusal';
export { isRetryable } from './sqlstate';
