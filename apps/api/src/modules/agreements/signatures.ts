import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { readImageHeader } from '../papers';
import { refusals } from './agreements.refusals';
import { MOST_SIGNATURE_BYTES, type SignatureInput } from './dto/consent-form.dto';
import { Signature } from './signature.entity';

/** A finger on any screen stays far below; a picture made to exhaust a viewer does not. */
const MOST_PIXELS_A_SIDE = 4_000;

/** A signature that was understood, before it is stored. */
export type ReadSignature =
  | { kind: 'drawn'; png: Buffer; typedName: null; sha256: string }
  | { kind: 'typed'; png: null; typedName: string; sha256: string };

/** Signatures, drawn or typed. Kept as they came, with the hash of what was signed with. */
@Injectable()
export class Signatures {
  constructor(private readonly clock: Clock) {}

  /**
   * Reads and checks a signature; stores nothing.
   * @throws signature_incomplete (400), signature_unreadable (400) when it is no PNG, signature_too_large (413)
   */
  read({ kind, pngBase64, typedName }: SignatureInput): ReadSignature {
    if (kind === 'typed') {
      if (typedName === undefined || pngBase64 !== undefined) throw refusals.signature_incomplete();
      return { kind, png: null, typedName, sha256: sha256(Buffer.from(typedName, 'utf8')) };
    }
    if (pngBase64 === undefined || typedName !== undefined) throw refusals.signature_incomplete();
    const png = Buffer.from(pngBase64, 'base64');
    if (png.length > MOST_SIGNATURE_BYTES) throw refusals.signature_too_large();
    const header = readImageHeader(png);
    if (header?.mediaType !== 'image/png' || !isSane(header.width) || !isSane(header.height)) {
      throw refusals.signature_unreadable();
    }
    return { kind, png, typedName: null, sha256: sha256(png) };
  }

  /** Stores a signature that was read, in the transaction of what it signs; returns its id. */
  async keep(tx: EntityManager, actor: Actor, { kind, png, typedName, sha256 }: ReadSignature): Promise<string> {
    const id = randomUUID();
    await tx.insert(Signature, {
      id,
      kind,
      png,
      typedName,
      sha256,
      createdBy: actor.accountId,
      createdAt: this.clock.now(),
    });
    return id;
  }

  /** The typed name, for a reviewer; null when it was drawn. */
  async typedNameOf(tx: EntityManager, id: string): Promise<string | null> {
    const signature = await tx.findOne(Signature, { where: { id }, select: { id: true, typedName: true } });
    return signature?.typedName ?? null;
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

function isSane(pixels: number | null): boolean {
  return pixels !== null && pixels >= 1 && pixels <= MOST_PIXELS_A_SIDE;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
