import { defineRefusals, translateConstraint } from '../../platform/errors';

/** What looking after people refuses. */
export const peopleRefusals = defineRefusals({
  person_unknown: { status: 404, title: '没有找到这个人。' },
  person_not_yours: { status: 403, title: '这个账号不归您管，请联系系统管理员。' },
  role_not_yours: { status: 403, title: '这一类账号不能由您来开，请联系系统管理员。' },
  not_yourself: { status: 409, title: '不能这样改自己的账号，请另一位管理员来办。' },
  last_operator: { status: 409, title: '这是最后一个系统管理员账号，先开一个新的，再停用它。' },
  username_taken: { status: 409, title: '这个账号名已经有人用了，请换一个。' },
  person_without_password: { status: 409, title: '这个人用手机号登录，没有密码可以重置。' },
  remit_not_for_role: { status: 422, title: '这个角色不能管这样的范围，请核对角色和范围。' },
  remit_incomplete: { status: 400, title: '负责的范围没有填对：街道填到街道，居民区填到居民区，门洞只选门洞。' },
  remit_elsewhere: { status: 403, title: '只能分派您自己负责的范围。' },
  remit_missing: { status: 422, title: '请至少选一个负责的范围。' },
  remit_expired: { status: 422, title: '到期日期已经过去了，请选今天或以后的日期。' },
});

translateConstraint({ uq_accounts_username: () => peopleRefusals.username_taken() });
