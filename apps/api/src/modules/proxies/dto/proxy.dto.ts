import {
  Base64,
  DateOn,
  Id,
  Instant,
  ListOf,
  LongText,
  Nested,
  OneOf,
  Phone,
  Text,
} from '../../../platform/validation';
import { DOCUMENT_KINDS, type DocumentKind } from '../../bindings';
import { MOST_PHOTO_BYTES } from '../../papers';
import { ROUND_STATES, type RoundState } from '../../rounds';
import { PROXY_STATES, REVOKE_CAUSES, type ProxyState, type RevokeCause } from '../proxy.types';

/** A letter as its owner hands it in (民法典 art. 165: who, for what, how far, how long, signed). */
export class GiveProxyInput {
  @Id({ description: 'Made on the device; the same letter may be sent again' })
  id!: string;

  @Id()
  householdId!: string;

  @Id({ nullable: true, description: 'The one round it is for; null: every round of the household within the term' })
  roundId!: string | null;

  @Text({ max: 40 })
  proxyName!: string;

  @Phone({ description: 'By this the proxy is known when they sign in' })
  proxyPhone!: string;

  @OneOf(DOCUMENT_KINDS, { description: 'By which paper the proxy is to be recognised' })
  documentKind!: DocumentKind;

  @Text({ max: 40, description: 'Sealed; shown masked ever after' })
  documentNumber!: string;

  @Base64({ maxBytes: MOST_PHOTO_BYTES, description: 'The signed letter: JPEG or PNG' })
  letterPhotoBase64!: string;

  @DateOn()
  validFromOn!: string;

  @DateOn({ description: 'The last day; at most a year after the first' })
  validUntilOn!: string;
}

/** The round a letter is limited to. */
export class ProxyRoundDto {
  @Id()
  id!: string;

  @Text({ max: 200 })
  title!: string;

  @OneOf(ROUND_STATES)
  state!: RoundState;
}

/** A letter as its owner and its proxy see it. */
export class ProxyAuthorisationDto {
  @Id()
  id!: string;

  @Id()
  householdId!: string;

  @Text({ max: 16 })
  stairwellCode!: string;

  @Text({ max: 100 })
  estateName!: string;

  @Text({ max: 100 })
  buildingName!: string;

  @Text({ max: 100 })
  stairwellName!: string;

  @Text({ max: 16 })
  roomNo!: string;

  @Nested(() => ProxyRoundDto, { nullable: true })
  round!: ProxyRoundDto | null;

  @Text({ max: 40 })
  proxyName!: string;

  @Text({ max: 20 })
  proxyPhoneMasked!: string;

  @Text({ max: 60, description: 'Who gave it; masked for the proxy' })
  givenByName!: string;

  @OneOf(DOCUMENT_KINDS)
  documentKind!: DocumentKind;

  @Text({ max: 40, example: '****1234' })
  documentNumberMasked!: string;

  @DateOn()
  validFromOn!: string;

  @DateOn()
  validUntilOn!: string;

  @OneOf(PROXY_STATES)
  state!: ProxyState;

  @Text({ max: 500, min: 0, nullable: true, description: 'Why the office gave it back' })
  returnReason!: string | null;

  @Instant()
  createdAt!: string;

  @Instant({ nullable: true })
  revokedAt!: string | null;

  @OneOf(REVOKE_CAUSES, { nullable: true })
  revokeCause!: RevokeCause | null;

  @Text({ max: 500, min: 0 })
  revokeReason!: string;
}

/** What I gave, and what was given to me. */
export class MyProxyAuthorisationsDto {
  @ListOf(() => ProxyAuthorisationDto, { max: 200 })
  given!: ProxyAuthorisationDto[];

  @ListOf(() => ProxyAuthorisationDto, { max: 200, description: 'Only what the office approved' })
  received!: ProxyAuthorisationDto[];
}

export class RevokeProxyInput {
  @LongText({ max: 500 })
  reason!: string;
}
