/** What an authenticator app and a browser show as the name of this place. */
export const factorWords = { issuer: '加梯' } as const;
