import { SmsStandIn, type SmsFault } from '@jiati/tools/stand-ins';
import { startTestApi, type TestApi } from '../../../../test/harness';
import { CapturedLog } from '../../../../test/harness/captured-log';
import { AccountsModule } from '../../accounts';
import { tc3Authorization } from './tc3-signature';

let phones = 0;
/** A number that no other test asked for. */
const freshPhone = () => `1370000${String((phones += 1)).padStart(4, '0')}`;

describe('text messages through Tencent Cloud', () => {
  let sms: SmsStandIn;
  let api: TestApi;
  const log = new CapturedLog();
  beforeAll(async () => {
    sms = await SmsStandIn.start();
    api = await startTestApi({
      features: [AccountsModule],
      environment: { GATEWAY_TIMEOUT_MS: '300', ...sms.environment() },
    });
    api.app.useLogger(log);
  });
  afterAll(async () => {
    await api.stop();
    await sms.stop();
  });

  const askForCode = (phone: string) => api.http().post('/api/session/codes', { phone });
  const signIn = (phone: string, code: string | undefined) =>
    api.http(undefined, 'weapp').post('/api/session/phone', { phone, code });

  it('brings a code to the phone, signed, with the office’s signature, and the code signs in', async () => {
    const phone = freshPhone();
    expect((await askForCode(phone)).status).toBe(202);
    expect(sms.inbox.at(-1)).toMatchObject({
      phone,
      signName: '春晓加梯',
      parameters: [expect.stringMatching(/^\d{6}$/)],
    });
    expect((await signIn(phone, sms.codeIn(phone))).status).toBe(200);
  });

  describe('what each refusal of Tencent’s becomes', () => {
    const ours = [503, 'sms_unavailable', '60'];
    it.each<[SmsFault, unknown[]]>([
      ['status:LimitExceeded.PhoneNumberThirtySecondLimit', [429, 'sms_phone_too_soon', '30']],
      ['status:LimitExceeded.PhoneNumberOneHourLimit', [429, 'sms_phone_too_soon', '3600']],
      ['status:LimitExceeded.PhoneNumberDailyLimit', [429, 'sms_phone_too_often', '86400']],
      ['status:FailedOperation.PhoneNumberInBlacklist', [422, 'sms_phone_unreachable', undefined]],
      ['status:InvalidParameterValue.IncorrectPhoneNumber', [422, 'sms_phone_unreachable', undefined]],
      ['status:FailedOperation.TemplateIncorrectOrUnapproved', ours],
      ['status:FailedOperation.SignatureIncorrectOrUnapproved', ours],
      ['status:FailedOperation.InsufficientBalanceInSmsPackage', ours],
      ['error:UnauthorizedOperation.SerivceSuspendDueToArrears', ours],
      ['error:AuthFailure.SignatureFailure', ours],
      ['error:RequestLimitExceeded', ours],
      ['error:InternalError', ours],
      ['slow', ours],
      ['cut', ours],
      ['garbage', ours],
      ['huge', ours],
      ['status_500', ours],
    ])('%s', async (fault, expected) => {
      const before = sms.requests;
      sms.fail(fault);
      const { status, body, headers } = await askForCode(freshPhone());
      expect([status, body.code, headers['retry-after']]).toEqual(expected);
      expect(sms.requests).toBe(before + 1); // a message is never sent twice
      const reason = fault.replace(/^(error|status):/, '');
      if (reason !== fault) expect(log.lines.at(-1)).toContain(`SendSms: ${reason}`);
    });
  });

  it('keeps no code that surely did not leave, and keeps one whose message may still arrive', async () => {
    const left = async (phone: string) => {
      const before = await api.dataSource.query('SELECT count(*)::int AS count FROM phone_codes');
      await askForCode(phone);
      const after = await api.dataSource.query('SELECT count(*)::int AS count FROM phone_codes');
      return after[0].count - before[0].count;
    };
    sms.fail('status:FailedOperation.TemplateIncorrectOrUnapproved');
    expect(await left(freshPhone())).toBe(0);
    sms.fail('slow');
    expect(await left(freshPhone())).toBe(1);
  });

  it('answers everybody else while the gateway is slow', async () => {
    sms.fail('slow', 10);
    let answered = 0;
    const waiting = Array.from({ length: 10 }, () => askForCode(freshPhone()).finally(() => (answered += 1)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await api.http().get('/api/health/ready')).status).toBe(200);
    expect(answered).toBe(0);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array(10).fill(503));
  });

  it('writes Tencent’s code and request id into the log, and no number, code or key', () => {
    const said = log.lines.filter((line) => line.includes('SendSms'));
    const shape = /^SendSms: ([a-z_]+\d*|[\w.]+, request [\da-f-]{36}) sms$/;
    expect(said.length).toBeGreaterThan(15);
    expect(said.filter((line) => !shape.test(line))).toEqual([]);
    expect(log.lines.filter((line) => /1370000\d{4}/.test(line) || line.includes(sms.secretKey))).toEqual([]);
  });
});

describe('without a gateway', () => {
  it('says at once that no message goes out, and points to the slip', async () => {
    const api = await startTestApi({ features: [AccountsModule] });
    const { status, body } = await api.http().post('/api/session/codes', { phone: freshPhone() });
    expect([status, body.code]).toEqual([503, 'sms_unavailable']);
    expect(body.title).toContain('纸条');
    await api.stop();
  });
});

describe('the signature', () => {
  it('is the one of Tencent’s own worked example, whose masked key is 32 asterisks', () => {
    // cloud.tencent.com/document/api/382/52072
    const authorization = tc3Authorization({
      secretId: `AKID${'*'.repeat(32)}`,
      secretKey: '*'.repeat(32),
      service: 'cvm',
      host: 'cvm.tencentcloudapi.com',
      action: 'DescribeInstances',
      contentType: 'application/json; charset=utf-8',
      body: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
      at: new Date(1_551_113_065_000),
    });
    expect(authorization).toBe(
      `TC3-HMAC-SHA256 Credential=AKID${'*'.repeat(32)}/2019-02-25/cvm/tc3_request, ` +
        'SignedHeaders=content-type;host;x-tc-action, ' +
        'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    );
  });
});
