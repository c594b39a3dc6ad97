/** Small things kept on this device. A browser that refuses storage only forgets them. */
export const storage = {
  read(key: string): string | null {
    try {
      return window.localStorage.getItem(`jiati.${key}`);
    } catch {
      return null;
    }
  },
  write(key: string, value: string): void {
    try {
      window.localStorage.setItem(`jiati.${key}`, value);
    } catch {
      // Private windows may refuse; the page works without.
    }
  },
  remove(key: string): void {
    try {
      window.localStorage.removeItem(`jiati.${key}`);
    } catch {
      // As above.
    }
  },
};
