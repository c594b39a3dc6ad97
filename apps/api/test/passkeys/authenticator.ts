import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** What may go wrong, or be made to, when an authenticator signs. */
export interface Signing {
  origin?: string;
  rpId?: string;
  /** False: nobody put their finger on it. */
  userVerified?: boolean;
  counter?: number;
  challenge?: string;
}

/**
 * An authenticator with one ES256 key, after WebAuthn level 3 §6: authenticator data, CBOR and COSE as a real one
 * writes them, and signatures by Node's own crypto.
 */
export class Authenticator {
  readonly credentialId = base64url(randomBytes(32));
  counter = 0;
  private userHandle = '';
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(
    private readonly origin: string,
    private readonly rpId: string,
  ) {}

  /** Answers navigator.credentials.create(). */
  create({ challenge, user }: { challenge: string; user: { id: string } }, signing: Signing = {}) {
    this.userHandle = user.id;
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', this.authenticatorData(signing, this.credentialData())],
    ]);
    return {
      ...this.named(),
      response: {
        clientDataJSON: this.clientData('webauthn.create', challenge, signing),
        attestationObject: base64url(isoCBOR.encode(attestation as never)),
        transports: ['internal'],
      },
    };
  }

  /** Answers navigator.credentials.get(); the counter goes on by one unless said. */
  get({ challenge }: { challenge: string }, signing: Signing = {}) {
    this.counter += 1;
    const clientDataJSON = this.clientData('webauthn.get', challenge, signing);
    const data = this.authenticatorData(signing);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      ...this.named(),
      response: {
        clientDataJSON,
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', signed, this.keys.privateKey as KeyObject)),
        ...(this.userHandle ? { userHandle: this.userHandle } : {}),
      },
    };
  }

  private named() {
    const { credentialId: id } = this;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform' };
  }

  private clientData(type: string, challenge: string, { origin = this.origin, ...signing }: Signing): string {
    const data = { type, challenge: signing.challenge ?? challenge, origin, crossOrigin: false };
    return base64url(Buffer.from(JSON.stringify(data)));
  }

  private authenticatorData(signing: Signing, credential: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
    const { rpId = this.rpId, userVerified = true, counter = this.counter } = signing;
    const verified = userVerified ? USER_VERIFIED : 0;
    const flags = USER_PRESENT | verified | (credential.length > 0 ? HAS_CREDENTIAL : 0);
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return new Uint8Array(Buffer.concat([sha256(rpId), Buffer.from([flags]), counted, credential]));
  }

  /** AAGUID, length and id of the credential, and its public key in COSE: EC2, ES256, P-256, x, y. */
  private credentialData(): Buffer {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' }) as { x: string; y: string };
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]);
    const id = Buffer.from(this.credentialId, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    return Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose as never)]);
  }
}
