const query = (parameters: Record<string, string>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** The addresses of the volunteers' pages. */
export const volunteerRoutes = {
  stairwells: () => '/volunteer/stairwells/index',
  doors: (stairwellId: string) => `/volunteer/doors/index?${query({ stairwellId })}`,
  ballot: (stairwellId: string, roundId: string, householdId: string) =>
    `/volunteer/ballot/index?${query({ stairwellId, roundId, householdId })}`,
  ledger: () => '/volunteer/ledger/index',
};
