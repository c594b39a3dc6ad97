import type { HouseholdPlace } from '../roll';
import type { Binding } from './binding.entity';
import { stateOn } from './binding.types';
import type { BindingDto, RollMatchDto } from './dto/binding.dto';

/** A door as its own people see it: no names, no phones, no area. */
export function presentRollMatch(place: HouseholdPlace): RollMatchDto {
  const { stairwellCode, estateName, buildingName, stairwellName, roomNo } = place;
  return { stairwellCode, estateName, buildingName, stairwellName, roomNo };
}

/** A binding as the account it belongs to sees it. */
export function presentBinding(binding: Binding, place: HouseholdPlace, today: string): BindingDto {
  const { id, householdId, relation, method } = binding;
  return { id, householdId, relation, method, state: stateOn(today, binding), ...presentRollMatch(place) };
}
