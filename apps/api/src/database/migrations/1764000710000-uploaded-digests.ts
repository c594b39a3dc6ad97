import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pictures are drawn anew before they are kept, so what came has a digest of its own: by it a repeated request is known
 * for the same one. Null for pictures from before, which were kept as they came.
 */
export class UploadedDigests1764000710000 implements MigrationInterface {
  name = 'UploadedDigests1764000710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE signatures ADD COLUMN uploaded_sha256 text;
ALTER TABLE paper_photos ADD COLUMN uploaded_sha256 text;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE paper_photos DROP COLUMN uploaded_sha256;
ALTER TABLE signatures DROP COLUMN uploaded_sha256;
`);
  }
}
