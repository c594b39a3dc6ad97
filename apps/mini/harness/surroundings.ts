/** What the person holding the phone saw and answered outside the page itself. */
export interface Surroundings {
  toasts: string[];
  /** Modal dialogs shown, oldest first. */
  modals: { title: string; content: string }[];
  /** How the next modals are answered; 确定 when nothing is planned. */
  modalAnswers: boolean[];
  calls: string[];
  clipboard: string;
  title: string;
  /** False: the person opens the camera and changes their mind. */
  photoAtHand: boolean;
  /** The sizes pictures were made smaller to. */
  compressedTo: string[];
  width: number;
  height: number;
}

export function newSurroundings(size: { width: number; height: number }): Surroundings {
  return {
    toasts: [],
    modals: [],
    modalAnswers: [],
    calls: [],
    clipboard: '',
    title: '',
    photoAtHand: true,
    compressedTo: [],
    ...size,
  };
}
