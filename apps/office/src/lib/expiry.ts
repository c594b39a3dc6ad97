/** The last day on which any of them ends; empty when none does. */
export const latestExpiry = (held: readonly { expiresOn: string | null }[]): string =>
  held
    .map(({ expiresOn }) => expiresOn ?? '')
    .sort()
    .at(-1) ?? '';
