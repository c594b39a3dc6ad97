import { defineRefusals, translateConstraint } from '../../../platform/errors';

/** Why a passkey is refused. */
export const passkeyRefusals = defineRefusals({
  passkey_refused: { status: 401, title: '这把通行密钥没有通过，请再试一次，或者用账号和密码登录。' },
  passkey_not_added: { status: 422, title: '通行密钥没有加上，请再试一次。' },
  passkey_known: { status: 409, title: '这把通行密钥已经加过了。' },
  passkey_limit: { status: 409, title: '通行密钥已经有 10 把，请先删掉不用的。' },
  passkeys_unavailable: { status: 409, title: '这里还不能用通行密钥，请用账号和密码登录。' },
});

translateConstraint({ uq_passkeys_credential_id: () => passkeyRefusals.passkey_known() });
