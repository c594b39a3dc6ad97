import Taro from '@tarojs/taro';
import { answered } from './answered';

/** Bytes nobody can guess. */
export async function randomBytes(count: number): Promise<Uint8Array> {
  const { randomValues } = await answered<{ randomValues: ArrayBuffer }>((callbacks) =>
    Taro.getRandomValues({ length: count, ...callbacks }),
  );
  return new Uint8Array(randomValues);
}
