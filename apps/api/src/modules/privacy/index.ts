export { MyConsents } from './my-consents';
export { PrivacyModule } from './privacy.module';
export { purgeCommand } from './purge.command';
export { purposeOf } from './purposes';
