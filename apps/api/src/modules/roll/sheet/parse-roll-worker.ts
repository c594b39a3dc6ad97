import { parentPort, workerData } from 'node:worker_threads';
import { parseRoll } from './parse-roll';

/** The thread's whole life: read one file, answer once. */
parentPort?.postMessage(parseRoll(Buffer.from(workerData as Uint8Array)));
