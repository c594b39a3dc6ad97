import type { ChangeEvent } from 'react';
import type { Photo, PhotoPickProps } from './elements.types';
import { bytesOf, longestSidePx, mostBytes, qualities } from './photo-limits';

/** Lets the person take or choose a photograph, and makes it small before it leaves the device. */
export function PhotoPick({ children, className, onWorking, onPhoto, onTrouble }: PhotoPickProps) {
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file may be chosen again after a trouble.
    event.target.value = '';
    if (!file) return onPhoto(null);
    onWorking();
    void shrunk(file).then(
      (photo) => (photo ? onPhoto(photo) : onTrouble('too_large')),
      () => onTrouble('unreadable'),
    );
  };
  return (
    <label className={`press photo-pick ${className ?? ''}`}>
      <input className="photo-input" type="file" accept="image/*" onChange={pick} />
      <span>{children}</span>
    </label>
  );
}

/** Drawn anew as JPEG: smaller, and without the place and time a camera writes into its pictures. */
async function shrunk(file: Blob): Promise<Photo | null> {
  const image = await loaded(await dataAddress(file));
  const scale = Math.min(1, longestSidePx / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const quality of qualities) {
    const preview = canvas.toDataURL('image/jpeg', quality);
    const jpegBase64 = preview.split(',')[1] ?? '';
    if (bytesOf(jpegBase64) <= mostBytes) return { jpegBase64, preview };
  }
  return null;
}

/** As a data address, not a blob: the pages' content policy lets pictures come from nowhere else. */
function dataAddress(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
}

function loaded(source: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('Not a picture this browser can read.'));
    image.src = source;
  });
}
