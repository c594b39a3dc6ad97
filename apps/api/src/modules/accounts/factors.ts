import { DevicePin } from './device-pin/device-pin';
import { DevicePinController } from './device-pin/device-pin.controller';
import { DevicesController } from './devices/devices.controller';
import { MyDevices } from './devices/my-devices';
import { HelperController } from './helper/helper.controller';
import { HelperMode } from './helper/helper-mode';
import { MyPasskeys } from './passkeys/my-passkeys';
import { PasskeyChallenges } from './passkeys/passkey-challenges';
import { PasskeysController } from './passkeys/passkeys.controller';
import { RelyingParties } from './passkeys/relying-party';
import { SignInByPasskey } from './passkeys/sign-in-by-passkey';
import { ChangePassword } from './passwords/change-password';
import { PasswordController } from './passwords/password.controller';
import { PasswordTries } from './passwords/password-tries';
import { DemoCodes } from './second-factor/demo-codes';
import { EnrolTotp } from './second-factor/enrol-totp';
import { FactorTries } from './second-factor/factor-tries';
import { FreshFactor } from './second-factor/fresh-factor';
import { PassSecondStep } from './second-factor/pass-second-step';
import { RecoveryCodes } from './second-factor/recovery-codes';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { TotpSecrets } from './second-factor/totp-secrets';
import { SecurityLog } from './security-log';
import { WaysIn } from './ways-in';

/** What belongs to second factors, passwords, passkeys, devices and helpers: parts of the accounts module. */
export const FACTOR_CONTROLLERS = [
  SecondFactorController,
  PasswordController,
  PasskeysController,
  DevicePinController,
  DevicesController,
  HelperController,
];

export const FACTOR_PROVIDERS = [
  ChangePassword,
  DemoCodes,
  DevicePin,
  EnrolTotp,
  FactorTries,
  FreshFactor,
  HelperMode,
  MyDevices,
  MyPasskeys,
  PasskeyChallenges,
  PassSecondStep,
  PasswordTries,
  RecoveryCodes,
  RelyingParties,
  SecurityLog,
  SignInByPasskey,
  TotpSecrets,
  WaysIn,
];

export const FACTOR_EXPORTS = [DemoCodes, SecurityLog, WaysIn];
