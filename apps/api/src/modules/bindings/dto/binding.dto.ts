import { Id, OneOf, Text } from '../../../platform/validation';
import {
  BINDING_METHODS,
  BINDING_STATES,
  RELATIONS,
  type BindingMethod,
  type BindingState,
  type Relation,
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

  @OneOf(RELATIONS)
  relation!: Relation;

  @StatedName()
  statedName!: string;
}

export class CreateBindingInput {
  @Id({ description: 'Made on the device; the same request may be sent again' })
  id!: string;

  @StairwellCode()
  stairwellCode!: string;

  @RoomNo()
  roomNo!: string;

  @OneOf(RELATIONS)
  relation!: Relation;

  @OneOf(BINDING_METHODS)
  method!: BindingMethod;

  @Pin({ optional: true })
  pin?: string;

  @StatedName()
  statedName!: string;
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

  @OneOf(RELATIONS)
  relation!: Relation;

  @OneOf(BINDING_METHODS)
  method!: BindingMethod;

  @OneOf(BINDING_STATES)
  state!: BindingState;
}
