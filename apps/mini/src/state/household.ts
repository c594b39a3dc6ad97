import { storage } from '@/platform/storage';

const key = 'lastHousehold';

/** The household looked at last, where a person has several. */
export const lastHouseholdId = (): string | null => storage.read(key);
export const rememberHousehold = (householdId: string): void => storage.write(key, householdId);
