import type { components } from './schema.ts';

type Schemas = components['schemas'];

/** The literals of the wire, read off the API itself: a new one breaks the labels until it has a name. */
export type Role = Schemas['SessionAccountDto']['role'];
export type ClientName = 'h5' | 'weapp' | 'office';
export type Choice = NonNullable<Schemas['MyBallotDto']['choice']>;
export type Channel = Schemas['MyBallotDto']['channel'];
export type BallotState = Schemas['MyBallotDto']['state'];
export type CaseOutcome = Schemas['CaseSettlementDto']['outcome'];
export type CountSheetRowState = Schemas['CountSheetRowDto']['state'];
export type SignatureKind = Schemas['SignatureInput']['kind'];
export type Relation = Schemas['MyHouseholdDto']['relation'];
/** What one may be bound as; a proxy is made by a letter alone. */
export type BoundRelation = Schemas['BindingDto']['relation'];
export type BindingMethod = Schemas['BindingDto']['method'];
export type BindingState = Schemas['BindingDto']['state'];
export type Stance = Schemas['ExpressInterestInput']['stance'];
export type InterestReason = Schemas['ExpressInterestInput']['reasons'][number];
export type VisitOutcome = Schemas['RecordVisitInput']['outcome'];
export type ReminderChannel = Schemas['ReminderChoiceDto']['channel'];
export type UnreachedReason = Schemas['UnreachedDoorDto']['reason'];
export type IdentityCheck = NonNullable<Schemas['CastBallotInput']['identityCheck']>;
export type Tenure = Schemas['RollRowDto']['tenure'];
export type AreaSource = NonNullable<Schemas['RollRowDto']['areaSource']>;
export type OwnerKind = Schemas['RollOwnerDto']['kind'];
export type RoundState = Schemas['RoundDto']['state'];
export type ScopeKind = Schemas['RoundDto']['scopeKind'];
export type SubmissionKind = Schemas['ReviewItemDto']['kind'];
export type SubmissionState = Schemas['ReviewItemDto']['state'];
export type ReviewVerdict = Schemas['ReviewHistoryLineDto']['verdict'];
export type Verdict = Schemas['DecisionDto']['verdict'];
export type Basis = Schemas['CheckDto']['basis'];
export type GateRole = Schemas['CheckDto']['role'];
export type ElectronicBallots = Schemas['RulesetDto']['electronicBallots'];
export type RollImportState = Schemas['RollImportDto']['state'];
export type CostMethod = Schemas['CostTableInput']['method'];
export type Stage = Schemas['PublicStairwellDto']['stage'];
export type DocumentKind = Schemas['EvidenceInput']['documentKind'];
export type HelperRelation = Schemas['HelperDto']['helperRelation'];
export type ProxyState = Schemas['ProxyAuthorisationDto']['state'];
export type Assurance = Schemas['SessionDto']['assurance'];
export type NextStep = Schemas['SessionDto']['next'];
export type ProblemCode = Schemas['Problem']['code'];
/** Everyone who works for the office or helps it. */
export type PersonRole = Schemas['PersonDto']['role'];
export type RemitKind = Schemas['RemitDto']['kind'];
export type AuditCategory = Schemas['AuditEventDto']['category'];
export type EndCause = NonNullable<Schemas['OfficeBindingDto']['endCause']>;
