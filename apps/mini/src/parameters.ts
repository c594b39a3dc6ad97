import { useRouter } from '@tarojs/taro';

/** The parameters of the page's address, decoded on both platforms; undefined where absent. */
export function useParameters(): Record<string, string | undefined> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decoded(value)]));
}

function decoded(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
