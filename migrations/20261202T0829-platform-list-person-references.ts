import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every column that points at a person when this release is made, and what becomes of it when two people are merged;
 * a later migration adds its own rows. `keep`: what was said and done in a room stays as it was recorded then.
 */
export class PlatformListPersonReferences implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into person_reference (table_name, column_name, on_merge) values
        ('agenda_answer', 'answered_by_id', 'move'),
        ('alliance_member', 'person_id', 'move'),
        ('contract', 'sender_id', 'move'),
        ('contract_signature', 'person_id', 'move'),
        ('destination_spell', 'logged_by_person_id', 'move'),
        ('idempotency', 'person_id', 'drop'),
        ('initiative_move', 'moved_by_id', 'move'),
        ('initiative_review', 'reviewed_by_id', 'move'),
        ('invitation', 'accepted_by_id', 'move'),
        ('invitation', 'invited_by_id', 'move'),
        ('login_attempt', 'person_id', 'drop'),
        ('meeting', 'chair_id', 'move'),
        ('meeting_action', 'owner_id', 'move'),
        ('meeting_attendance', 'person_id', 'move'),
        ('meeting_group_member', 'person_id', 'move'),
        ('meeting_item', 'owner_id', 'move'),
        ('meeting_room_event', 'person_id', 'keep'),
        ('membership', 'contact_owner_id', 'move'),
        ('observation_revision', 'changed_by_id', 'move'),
        ('partner_import', 'uploaded_by_id', 'move'),
        ('participant_consent', 'recorded_by_person_id', 'move'),
        ('participant_consent', 'withdrawal_recorded_by_person_id', 'move'),
        ('passkey', 'person_id', 'move'),
        ('person', 'merged_into', 'move'),
        ('person_address', 'person_id', 'move'),
        ('person_login', 'person_id', 'move'),
        ('reminder', 'person_id', 'move'),
        ('reminder_visit', 'person_id', 'move'),
        ('session', 'person_id', 'drop'),
        ('sign_in', 'person_id', 'drop')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from person_reference`);
  }
}
