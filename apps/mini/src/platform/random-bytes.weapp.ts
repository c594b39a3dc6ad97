import Taro from '@tarojs/taro';

/** Bytes nobody can guess. */
export async function randomBytes(count: number): Promise<Uint8Array> {
  const { randomValues } = await Taro.getRandomValues({ length: count });
  return new Uint8Array(randomValues);
}
