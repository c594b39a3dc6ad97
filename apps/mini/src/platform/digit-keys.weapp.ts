/** Lets a keyboard type on a pad of large buttons; a mini-program hears no keys. */
export function useDigitKeys(_padId: string, _onDigit: (digit: string) => void, _onErase: () => void): void {}
