export * from './client.ts';
export * from './format.ts';
export * from './labels.ts';
export * from './literals.ts';
export * from './problem.ts';
