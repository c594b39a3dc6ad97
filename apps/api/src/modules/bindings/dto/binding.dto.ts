import { Base64, Id, Nested, OneOf, Text } from '../../../platform/validation';
import { MOST_PHOTO_BYTES } from '../../papers';
import {
  BINDING_METHODS,
  BINDING_STATES,
  BOUND_RELATIONS,
  DOCUMENT_KINDS,
  type BindingMethod,
  type BindingState,
  type BoundRelation,
  type DocumentKind,
} from '../binding.types';

/** The six digits of the office's slip. */
const Pin = (options: { optional?: boolean } = {}) =>
  Text({ ...options, min: 6, max: 6, pattern: /^\d{6}$/, example: '042613' });
const StairwellCode = () =>
  Text({ max: 16, description: 'Code of the stairwell, as on the poster', example: 'CXY3K9' });
const RoomNo = () => Text({ max: 16, example: '302' });
const StatedName = () => Text({ max: 40, description: 'What the person says their name is' });

export class SignInBySlipInput {
  @StairwellCode()
  stairwellCode!: string;

  @RoomNo()
  roomNo!: string;

  @Pin()
  pin!: string;

  @OneOf(BOUND_RELATIONS)
  relation!: BoundRelation;

  @StatedName()
  statedName!: string;
}

/** What somebody shows for the relation they claim, for the office to look at. */
export class EvidenceInput {
  @OneOf(DOCUMENT_KINDS)
  documentKind!: DocumentKind;

  @Text({ max: 40, optional: true, description: 'Sealed; shown masked ever after' })
  documentNumber?: string;

  @Base64({ maxBytes: MOST_PHOTO_BYTES, optional: true, description: 'JPEG or PNG' })
  photoBase64?: string;
}

export class CreateBindingInput {
  @Id({ description: 'Made on the device; the same request may be sent again' })
  id!: string;

  @StairwellCode()
  stairwellCode!: string;

  @RoomNo()
  roomNo!: string;

  @OneOf(BOUND_RELATIONS)
  relation!: BoundRelation;

  @OneOf(BINDING_METHODS)
  method!: BindingMethod;

  @Pin({ optional: true })
  pin?: string;

  @StatedName()
  statedName!: string;

  @Nested(() => EvidenceInput, { optional: true, description: 'For office_check only' })
  evidence?: EvidenceInput;
}

/** A household behind a door, in the words of the roll. */
export class RollMatchDto {
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
}

/** That an account belongs to a household. */
export class BindingDto extends RollMatchDto {
  @Id({ description: 'An earlier id, when the same person binds the same household again' })
  id!: string;

  @Id()
  householdId!: string;

  @OneOf(BOUND_RELATIONS)
  relation!: BoundRelation;

  @OneOf(BINDING_METHODS)
  method!: BindingMethod;

  @OneOf(BINDING_STATES)
  state!: BindingState;
}
