import { storage } from '@/platform/storage';

const key = 'lastStairwell';

/** The stairwell looked at last, so that the first page can offer it again. */
export function lastStairwellCode(): string | null {
  return storage.read(key);
}

export function rememberStairwell(code: string): void {
  storage.write(key, code);
}
