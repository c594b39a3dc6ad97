export { PrivacyModule } from './privacy.module';
export { purgeCommand } from './purge.command';
