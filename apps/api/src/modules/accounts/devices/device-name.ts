import type { FastifyRequest } from 'fastify';
import { deviceWords } from './copy/device-words';

const SYSTEMS: [RegExp, keyof typeof deviceWords.systems][] = [
  [/iPad/, 'ipad'],
  [/iPhone/, 'iphone'],
  [/HarmonyOS|OpenHarmony/, 'harmony'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux/, 'linux'],
];

/** Several browsers also name the ones they resemble: the most particular comes first. */
const BROWSERS: [RegExp, keyof typeof deviceWords.browsers][] = [
  [/MicroMessenger/, 'wechat'],
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/Firefox|FxiOS/, 'firefox'],
  [/Chrome|CriOS/, 'chrome'],
  [/Safari/, 'safari'],
];

/** What a device is called in the list of one's devices; null when the request does not say. The rest is not kept. */
export function deviceNameOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const agent = headers['user-agent'] ?? '';
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1];
  const words = [system && deviceWords.systems[system], browser && deviceWords.browsers[browser]];
  return words.filter(Boolean).join(' · ') || null;
}
