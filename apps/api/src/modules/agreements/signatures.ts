import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { cleanDrawing, readImageHeader } from '../../platform/images';
import { Limits } from '../../platform/limits';
import { refusals } from './agreements.refusals';
import { MOST_SIGNATURE_BYTES, type SignatureInput } from './dto/consent-form.dto';
import { Signature } from './signature.entity';

/** A finger on any screen stays far below; a picture made to exhaust a viewer does not. */
const MOST_PIXELS_A_SIDE = 4_000;

const DIGESTS = { id: true, sha256: true, uploadedSha256: true } as const;

/** A signature that was understood, before it is stored. */
export type ReadSignature =
  | { kind: 'drawn'; png: Buffer; typedName: null; sha256: string; uploadedSha256: string }
  | { kind: 'typed'; png: null; typedName: string; sha256: string; uploadedSha256: null };

/** Signatures, drawn or typed. Kept with the hash of what stands there, and of what came. */
@Injectable()
export class Signatures {
  constructor(
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads and checks a signature, and draws it anew; stores nothing.
   * @throws signature_incomplete (400), signature_unreadable (400) when it is no whole PNG, signature_too_large (413),
   *   too_many_requests (429)
   */
  async read({ accountId }: Pick<Actor, 'accountId'>, input: SignatureInput): Promise<ReadSignature> {
    const { kind, pngBase64, typedName } = input;
    if (kind === 'typed') {
      if (typedName === undefined || pngBase64 !== undefined) throw refusals.signature_incomplete();
      return { kind, png: null, typedName, sha256: sha256(Buffer.from(typedName, 'utf8')), uploadedSha256: null };
    }
    if (pngBase64 === undefined || typedName !== undefined) throw refusals.signature_incomplete();
    const uploaded = Buffer.from(pngBase64, 'base64');
    if (uploaded.length > MOST_SIGNATURE_BYTES) throw refusals.signature_too_large();
    const header = readImageHeader(uploaded);
    if (!isSane(header?.width) || !isSane(header?.height)) throw refusals.signature_unreadable();
    await this.limits.spend('uploadAccount', accountId);
    const png = await cleanDrawing(uploaded);
    if (!png) throw refusals.signature_unreadable();
    return { kind, png, typedName: null, sha256: sha256(png), uploadedSha256: sha256(uploaded) };
  }

  /** Stores a signature that was read, in the transaction of what it signs; returns its id. */
  async keep(tx: EntityManager, actor: Actor, signature: ReadSignature): Promise<string> {
    const id = randomUUID();
    await tx.insert(Signature, {
      id,
      ...signature,
      createdBy: actor.accountId,
      createdAt: this.clock.now(),
    });
    return id;
  }

  /**
   * A signature sent again, under the hash it was kept with: drawn anew by a newer library, the same upload may have
   * other bytes today. One that is another upload stays what it is.
   */
  async asKept(tx: EntityManager, id: string | null, sent: ReadSignature): Promise<ReadSignature> {
    const kept = id === null ? null : await tx.findOne(Signature, { where: { id }, select: DIGESTS });
    const isSame = kept !== null && (kept.uploadedSha256 ?? kept.sha256) === (sent.uploadedSha256 ?? sent.sha256);
    return isSame ? { ...sent, sha256: kept.sha256 } : sent;
  }

  /**
   * The drawn signature as PNG.
   * @throws not_found (404), also for a typed one
   */
  async image(tx: EntityManager, id: string): Promise<Buffer> {
    const signature = await tx.findOneBy(Signature, { id });
    if (!signature?.png) throw common.not_found();
    return signature.png;
  }
}

function isSane(pixels: number | null | undefined): boolean {
  return typeof pixels === 'number' && pixels >= 1 && pixels <= MOST_PIXELS_A_SIDE;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
