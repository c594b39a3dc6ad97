import type { Consent } from '@/api/wire';

/** The latest of the consents given for a purpose: an earlier one was withdrawn, or was for an older text. */
export function latestConsent(consents: readonly Consent[] | undefined, purpose: string): Consent | undefined {
  return consents
    ?.filter((consent) => consent.purpose === purpose)
    .sort((one, other) => other.givenAt.localeCompare(one.givenAt))[0];
}
