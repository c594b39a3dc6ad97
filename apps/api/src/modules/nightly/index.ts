export { nightlyCheckCommand } from './nightly-check.command';
export { NightlyModule } from './nightly.module';
export { NightlySchedule } from './nightly-schedule';
