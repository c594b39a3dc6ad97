import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../config';
import { dataSourceOptions } from './data-source-options';

/**
 * Connects on start. `connect: false` builds the application without a database, to describe it; `asOwner` connects as
 * whoever owns the tables, for the commands that need it.
 */
@Module({})
export class DatabaseModule {
  static with({ connect, asOwner }: { connect: boolean; asOwner: boolean }): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [AppConfig],
          useFactory: (config: AppConfig) => ({
            ...dataSourceOptions(
              (asOwner ? config.MIGRATION_DATABASE_URL : undefined) ?? config.DATABASE_URL,
              config.DATABASE_POOL_SIZE,
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
