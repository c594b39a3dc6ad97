/** WeChat has no reading aloud of its own; the button is not shown there. */
export const speech = {
  available: (): boolean => false,
  speak(_text: string, onEnd: () => void): void {
    onEnd();
  },
  stop(): void {},
};
