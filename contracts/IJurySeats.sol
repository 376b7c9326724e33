// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @title Who may sit on a jury, since when, on whose word
/// @notice An issuer of diplomas accredits the passkeys of the people who sit on its juries, each for a period. The
/// ledger knows a member by the hash of that key: no name, no account. Nothing is ever deleted: a seat that ends has a
/// date that is yet to come.
/// @dev Dates are seconds since 1970, as the block gives them. Keys are points of P-256 (FIPS 186-5), as WebAuthn's ES256.
interface IJurySeats {
    /// @notice One accreditation to sit, as it was given and, perhaps, ended. One storage slot.
    struct Seat {
        uint48 from; // first second it holds; never before `recordedAt`
        uint48 until; // first second it no longer holds
        uint48 recordedAt; // when the ledger learnt of it
        uint48 endedAt; // 0 while it stands; at or before `from` when it never took effect
    }

    /// @notice `issuer` accredited `member` to sit on its juries, from `from` (never in the past) until `until`.
    event MemberSeated(address indexed issuer, bytes32 indexed member, uint48 from, uint48 until);

    /// @notice From the date `date`, `member` no longer sits on the juries of `issuer`.
    event SeatEnded(address indexed issuer, bytes32 indexed member, uint48 date);

    /// @notice `account` is not accredited for diplomas now, so it seats nobody and opens no deliberation.
    error JurySeatsNotEntitled(address account);

    /// @notice This is no point of the curve P-256, so nobody can sign with it.
    error JurySeatsKeyInvalid(bytes32 x, bytes32 y);

    /// @notice The period is empty, or already over.
    error JurySeatsPeriodInvalid(uint48 from, uint48 until);

    /// @notice `member` holds a seat of `issuer` that ends at `until`; the next is given once it is over.
    error JurySeatsAlreadySeated(address issuer, bytes32 member, uint48 until);

    /// @notice `member` holds no seat of `issuer` at the date that matters: it never had one, or it has ended.
    error JurySeatsNotSeated(address issuer, bytes32 member);

    /// @notice An end dated `date` would change the past, or the present second.
    error JurySeatsDateInPast(uint48 date);

    /// @notice Accredits a passkey to sit on the caller's juries between two dates (`until` exclusive). A `from` already
    /// past counts as now: nobody sits after the fact.
    /// @param x First coordinate of the public key.
    /// @param y Second coordinate.
    /// @param from First second of the period.
    /// @param until First second after the period.
    /// @return member The name the ledger gives to this key, `memberOf(x, y)`.
    function seat(bytes32 x, bytes32 y, uint48 from, uint48 until) external returns (bytes32 member);

    /// @notice Ends the seat that `member` holds of the caller from the date `date`, after now. A date already set
    /// can be brought forward, never put back. One who is no longer accredited may still end what it gave.
    /// @param member The member.
    /// @param date First second at which the seat no longer holds.
    function endSeat(bytes32 member, uint48 date) external;

    /// @notice The name of a key: keccak256(abi.encode(x, y)). Computed, so it cannot lie.
    /// @param x First coordinate of the public key.
    /// @param y Second coordinate.
    /// @return The member.
    function memberOf(bytes32 x, bytes32 y) external pure returns (bytes32);

    /// @notice Whether `member` was accredited to sit on the juries of `issuer` at the date `date`.
    /// @param issuer The account.
    /// @param member The member.
    /// @param date The date; one to come is answered as things stand.
    /// @return True inside a period, unless it was ended by then.
    function isSeated(address issuer, bytes32 member, uint48 date) external view returns (bool);

    /// @notice Every seat `issuer` ever gave to `member`, oldest first.
    /// @param issuer The account.
    /// @param member The member.
    /// @return The seats, in the order they were recorded.
    function seatsOf(address issuer, bytes32 member) external view returns (Seat[] memory);
}
