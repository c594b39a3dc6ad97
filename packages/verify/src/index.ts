export type { Bundle, BundleDoor, BundleEvent, BundleRound, Disclosure } from './bundle.ts';
export { canonicalJson, hashOf, receiptHashOf } from './canonical.ts';
export { findingSentence, reportSentences } from './copy/sentences.ts';
export type { FoundReceipt } from './find-receipt.ts';
export type { Finding, OpeningFact } from './findings.ts';
export { hashWith, type Hashing } from './hashing.ts';
export { isPrefixOf, verifyBundle, type CountedDoor, type InHand, type Verification } from './verify-bundle.ts';
export type { PostedEvent } from './walk-chain.ts';
