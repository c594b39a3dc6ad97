/** Reading aloud, where the browser can. */
export const speech = {
  available: (): boolean => typeof window.speechSynthesis !== 'undefined',
  speak(text: string, onEnd: () => void): void {
    window.speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'zh-CN';
    utterance.rate = 0.9;
    utterance.onend = onEnd;
    utterance.onerror = onEnd;
    window.speechSynthesis.speak(utterance);
  },
  stop(): void {
    window.speechSynthesis?.cancel();
  },
};
