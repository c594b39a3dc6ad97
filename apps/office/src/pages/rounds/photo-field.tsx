import '../../components/button-link.css';
import { useState } from 'react';
import { paper as copy } from '../../copy/paper';
import { photoForUpload } from '../../lib/photo';

interface PhotoFieldProps {
  id?: string;
  /** JPEG in base64. */
  value?: string;
  onChange?: (photo: string | undefined) => void;
}

/** Chooses a photo, makes it small enough to send, and shows what will be sent. */
export function PhotoField({ id, value, onChange }: PhotoFieldProps) {
  const [unreadable, setUnreadable] = useState(false);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setUnreadable(false);
    try {
      onChange?.(await photoForUpload(file));
    } catch {
      setUnreadable(true);
      onChange?.(undefined);
    }
  };
  return (
    <div className="stack-tight">
      <div>
        <label className="button-link paper-photo-choose">
          {value ? copy.photoAnother : copy.photoChoose}
          <input
            id={id}
            className="visually-hidden"
            type="file"
            accept="image/jpeg,image/png"
            aria-label={copy.photo}
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              // So that the same file can be chosen again for the next sheet.
              event.target.value = '';
            }}
          />
        </label>
      </div>
      {unreadable && (
        <p role="alert" className="field-problem">
          {copy.photoUnreadable}
        </p>
      )}
      {value && <img className="paper-photo" src={`data:image/jpeg;base64,${value}`} alt={copy.photoAlt} />}
    </div>
  );
}
