import { parentPort } from 'node:worker_threads';
import { parseRoll } from './parse-roll';

/** The thread's whole life: a file in, what it says out. */
parentPort?.on('message', (bytes: Uint8Array) => parentPort?.postMessage(parseRoll(Buffer.from(bytes))));
