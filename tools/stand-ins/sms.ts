import { randomBytes, randomUUID } from 'node:crypto';
import { Faults, serve, type Fault, type Received, type RunningServer } from './server.ts';
import { tc3Problem } from './tc3-verifier.ts';

/** A message as it lies in somebody's phone. */
export interface DeliveredSms {
  phone: string;
  signName: string;
  templateId: string;
  parameters: string[];
  at: number;
}

/** A fault of the line; `error:` refuses the request as a whole, `status:` this number alone. */
export type SmsFault = Fault | `error:${string}` | `status:${string}`;

const PATH = '/';

/**
 * Tencent Cloud's `SendSms` (2021-01-11) on this machine: it checks the TC3 signature of every request, knows one
 * application, one signature and the templates of a code and of a reminder, and holds a number to one message in 30
 * seconds, five an hour and ten a day.
 */
export class SmsStandIn {
  readonly secretId = `test-${randomBytes(9).toString('hex')}`;
  readonly secretKey = randomBytes(16).toString('hex');
  readonly appId = '1400006666';
  readonly signName = '春晓加梯';
  readonly templateId = '1110001';
  readonly reminderTemplateId = '1110002';
  readonly inbox: DeliveredSms[] = [];
  /** Every request whole, signed or not, delivered or not. */
  readonly bodies: string[] = [];
  private readonly faults = new Faults<SmsFault>();
  private offsetMs = 0;
  private server!: RunningServer;

  private constructor() {}

  /** Starts it on 127.0.0.1; port 0 takes a free one. */
  static async start(port = 0): Promise<SmsStandIn> {
    const standIn = new SmsStandIn();
    standIn.server = await serve((received) => standIn.handle(received), port);
    return standIn;
  }

  /** How many requests arrived. */
  get requests(): number {
    return this.bodies.length;
  }

  get url(): string {
    return this.server.url;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** What an API needs in its environment to send through this one. */
  environment(): Record<string, string> {
    return {
      SMS_PROVIDER: 'tencent',
      SMS_SECRET_ID: this.secretId,
      SMS_SECRET_KEY: this.secretKey,
      SMS_APP_ID: this.appId,
      SMS_SIGN_NAME: this.signName,
      SMS_TEMPLATE_ID: this.templateId,
      SMS_REMINDER_TEMPLATE_ID: this.reminderTemplateId,
      SMS_API_URL: this.url,
    };
  }

  /** The next `times` requests fail so. */
  fail(fault: SmsFault, times = 1): void {
    this.faults.plan(PATH, fault, times);
  }

  /** Moves the clock of its limits on; signatures go by the real time. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }

  /** The newest code in a phone, or undefined. */
  codeIn(phone: string): string | undefined {
    const isCode = (message: DeliveredSms) => message.phone === phone && message.templateId === this.templateId;
    return this.inbox.findLast(isCode)?.parameters[0];
  }

  private handle(received: Received): object | Fault {
    this.bodies.push(received.body);
    const fault = this.faults.take(received.path);
    if (fault?.startsWith('error:')) return refused(fault.slice(6));
    const status = fault?.startsWith('status:') ? fault.slice(7) : undefined;
    if (fault && !status) return fault as Fault;
    const problem = tc3Problem(received, this, Date.now()) ?? wrongCall(received);
    return problem ? refused(problem) : this.send(received.body, status);
  }

  private send(body: string, planned: string | undefined): object {
    const message = jsonOf(body);
    if (!message || !Array.isArray(message.PhoneNumberSet) || message.PhoneNumberSet.length === 0) {
      return refused('InvalidParameter');
    }
    const SendStatusSet = message.PhoneNumberSet.map((number) => {
      const Code = planned ?? this.statusOf(message, String(number));
      if (Code === 'Ok') this.deliver(message, String(number));
      const SerialNo = Code === 'Ok' ? `${Math.floor(this.now() / 1_000)}:${randomBytes(6).toString('hex')}` : '';
      const Fee = Code === 'Ok' ? 1 : 0;
      return { SerialNo, PhoneNumber: number, Fee, SessionContext: '', Code, Message: Code, IsoCode: 'CN' };
    });
    return { Response: { SendStatusSet, RequestId: randomUUID() } };
  }

  private statusOf(message: Record<string, unknown>, number: string): string {
    if (message.SmsSdkAppId !== this.appId) return 'InvalidParameterValue.SdkAppIdNotExist';
    if (message.SignName !== this.signName) return 'FailedOperation.SignatureIncorrectOrUnapproved';
    const wrong = this.templateProblem(message.TemplateId, message.TemplateParamSet);
    if (wrong) return wrong;
    if (!/^\+861[3-9]\d{9}$/.test(number)) return 'InvalidParameterValue.IncorrectPhoneNumber';
    return this.limitOf(number.slice(3)) ?? 'Ok';
  }

  /** A code is one variable of digits; a reminder's two have six characters each, as every variable that is no code. */
  private templateProblem(templateId: unknown, parameters: unknown): string | null {
    const variables = templateId === this.templateId ? 1 : templateId === this.reminderTemplateId ? 2 : 0;
    if (variables === 0 || !Array.isArray(parameters) || parameters.length !== variables) {
      return 'FailedOperation.TemplateIncorrectOrUnapproved';
    }
    const values = parameters.map(String);
    if (variables === 1 && !/^\d{1,6}$/.test(values[0]!)) return 'InvalidParameterValue.TemplateParameterFormatError';
    return values.some((value) => [...value].length > 6) ? 'InvalidParameterValue.TemplateParameterLengthLimit' : null;
  }

  private limitOf(phone: string): string | null {
    const since = (ms: number) => this.inbox.filter((each) => each.phone === phone && this.now() - each.at < ms).length;
    if (since(30_000) >= 1) return 'LimitExceeded.PhoneNumberThirtySecondLimit';
    if (since(3_600_000) >= 5) return 'LimitExceeded.PhoneNumberOneHourLimit';
    return since(86_400_000) >= 10 ? 'LimitExceeded.PhoneNumberDailyLimit' : null;
  }

  private deliver(message: Record<string, unknown>, number: string): void {
    const parameters = (message.TemplateParamSet as unknown[]).map(String);
    const { SignName: signName, TemplateId: templateId } = message as Record<string, string>;
    this.inbox.push({
      phone: number.slice(3),
      signName: signName!,
      templateId: templateId!,
      parameters,
      at: this.now(),
    });
  }

  private now(): number {
    return Date.now() + this.offsetMs;
  }
}

function wrongCall({ method, path, headers }: Received): string | null {
  if (method !== 'POST' || path !== PATH) return 'InvalidRequest';
  if (headers['x-tc-action'] !== 'SendSms') return 'InvalidAction';
  if (headers['x-tc-version'] !== '2021-01-11') return 'NoSuchVersion';
  return headers['x-tc-region'] ? null : 'MissingParameter';
}

function refused(code: string): object {
  return { Response: { Error: { Code: code, Message: code }, RequestId: randomUUID() } };
}

function jsonOf(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
