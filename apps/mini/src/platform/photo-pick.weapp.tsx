import Taro from '@tarojs/taro';
import { answered } from './answered';
import { Press, Txt } from './elements';
import type { Photo, PhotoPickProps } from './elements.types';
import { bytesOf, longestSidePx, mostBytes, qualities } from './photo-limits';

/** Lets the person take or choose a photograph, and makes it small before it leaves the device. */
export function PhotoPick({ children, className, onWorking, onPhoto, onTrouble }: PhotoPickProps) {
  const pick = async () => {
    const path = await chosen();
    if (path === null) return onPhoto(null);
    onWorking();
    try {
      const photo = await shrunk(path);
      if (photo) onPhoto(photo);
      else onTrouble('too_large');
    } catch {
      onTrouble('unreadable');
    }
  };
  return (
    <Press className={className} onPress={() => void pick()}>
      <Txt>{children}</Txt>
    </Press>
  );
}

/** Null when the person changed their mind: WeChat reports that as a failure. */
async function chosen(): Promise<string | null> {
  try {
    const { tempFiles } = await answered<{ tempFiles: { tempFilePath: string }[] }>((callbacks) =>
      Taro.chooseMedia({
        count: 1,
        mediaType: ['image'],
        sizeType: ['compressed'],
        sourceType: ['camera', 'album'],
        ...callbacks,
      }),
    );
    return tempFiles[0]?.tempFilePath ?? null;
  } catch {
    return null;
  }
}

async function shrunk(path: string): Promise<Photo | null> {
  const { width, height } = await Taro.getImageInfo({ src: path });
  const scale = Math.min(1, longestSidePx / Math.max(width, height));
  for (const quality of qualities) {
    const { tempFilePath } = await Taro.compressImage({
      src: path,
      quality: Math.round(quality * 100),
      compressedWidth: Math.round(width * scale),
      compressedHeight: Math.round(height * scale),
    });
    const jpegBase64 = Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64') as string;
    if (bytesOf(jpegBase64) <= mostBytes) return { jpegBase64, preview: tempFilePath };
  }
  return null;
}
