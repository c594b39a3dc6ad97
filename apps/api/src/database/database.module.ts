import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../config';
import { dataSourceOptions, SERVER_PATIENCE } from './data-source-options';

/**
 * Connects on start. `connect: false` builds the application without a database, to describe it; `asOwner` connects as
 * whoever owns the tables, for the commands that need it; `patient` lets a statement take its time, for all commands.
 */
@Module({})
export class DatabaseModule {
  static with({ connect, asOwner, patient }: Record<'connect' | 'asOwner' | 'patient', boolean>): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [AppConfig],
          useFactory: (config: AppConfig) => ({
            ...dataSourceOptions(
              (asOwner ? config.MIGRATION_DATABASE_URL : undefined) ?? config.DATABASE_URL,
              config.DATABASE_POOL_SIZE,
              patient ? {} : SERVER_PATIENCE,
            ),
            manualInitialization: !connect,
            retryAttempts: 3,
            retryDelay: 1_000,
          }),
        }),
      ],
    };
  }
}
