import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { ConfigModule, type AppConfig } from './config';
import { DatabaseModule } from './database/database.module';
import { AccountsModule } from './modules/accounts';
import { BindingsModule } from './modules/bindings';
import { RollModule } from './modules/roll';
import { AuditModule } from './modules/audit';
import { AgreementsModule } from './modules/agreements';
import { BallotsModule } from './modules/ballots';
import { BundlesModule } from './modules/bundles';
import { CasesModule } from './modules/cases';
import { ContentModule } from './modules/content';
import { DemoModule } from './modules/demo';
import { InterestModule } from './modules/interest';
import { NightlyModule } from './modules/nightly';
import { PeopleModule } from './modules/people';
import { PrivacyModule } from './modules/privacy';
import { RemindersModule } from './modules/reminders';
import { ProjectsModule } from './modules/projects';
import { DisputesModule } from './modules/disputes';
import { ProxiesModule } from './modules/proxies';
import { ReviewsModule } from './modules/reviews';
import { RoundsModule } from './modules/rounds';
import { TitlesModule } from './modules/titles';
import { VisitsModule } from './modules/visits';
import { PlatformModule } from './platform/platform.module';

/** Every feature of the product, in the order a stairwell meets them. */
export const FEATURES: Type[] = [
  ContentModule,
  AccountsModule,
  RollModule,
  PeopleModule,
  AuditModule,
  BindingsModule,
  ProxiesModule,
  TitlesModule,
  DisputesModule,
  InterestModule,
  ReviewsModule,
  CasesModule,
  RoundsModule,
  BallotsModule,
  BundlesModule,
  AgreementsModule,
  ProjectsModule,
  VisitsModule,
  PrivacyModule,
  RemindersModule,
  NightlyModule,
  DemoModule,
];

/** What an application is made of; tests may build one from fewer features, or without a connection. */
export interface AppParts {
  features?: Type[];
  connect?: boolean;
  asOwner?: boolean;
  patient?: boolean;
}

/** The root: configuration, database, platform, features. */
@Module({})
export class AppModule {
  static with(
    config: AppConfig,
    { features = FEATURES, connect = true, asOwner = false, patient = false }: AppParts = {},
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with({ connect, asOwner, patient }),
        PlatformModule,
        ...features,
      ],
    };
  }
}
