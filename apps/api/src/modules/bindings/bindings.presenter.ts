import type { HouseholdPlace } from '../roll';
import type { Binding } from './binding.entity';
import type { BindingDto, RollMatchDto } from './dto/binding.dto';

/** A door as its own people see it: no names, no phones, no area. */
export function presentRollMatch(place: HouseholdPlace): RollMatchDto {
  const { stairwellCode, estateName, buildingName, stairwellName, roomNo } = place;
  return { stairwellCode, estateName, buildingName, stairwellName, roomNo };
}

/** A binding as the account it belongs to sees it. */
export function presentBinding(binding: Binding, place: HouseholdPlace): BindingDto {
  const { id, householdId, relation, method, state } = binding;
  return { id, householdId, relation, method, state, ...presentRollMatch(place) };
}
