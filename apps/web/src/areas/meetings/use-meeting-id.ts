import { useParams } from '@tanstack/react-router';

/** The meeting the address names. Use only below moeder/$meetingId. */
export function useMeetingId(): string {
  const params: unknown = useParams({ strict: false });
  const { meetingId } = params as { meetingId?: string };
  if (meetingId === undefined) throw new Error('useMeetingId outside moeder/$meetingId');
  return meetingId;
}
