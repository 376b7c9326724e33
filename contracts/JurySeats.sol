// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {IJurySeats} from "./IJurySeats.sol";
import {IssuerRegistry} from "./IssuerRegistry.sol";

/// @dev The kind of credential that only a jury gives.
uint8 constant DIPLOMA = 2;

/// @title Who may sit on a jury, since when, on whose word
/// @notice Append-only: the only field ever rewritten is the date of an end that has not happened yet.
abstract contract JurySeats is IssuerRegistry, IJurySeats {
    mapping(address issuer => mapping(bytes32 member => Seat[])) private _seats;

    /// @inheritdoc IJurySeats
    function seat(bytes32 x, bytes32 y, uint48 from, uint48 until) external returns (bytes32 member) {
        _checkIssuesDiplomas(msg.sender);
        if (!P256.isValidPublicKey(x, y)) revert JurySeatsKeyInvalid(x, y);
        uint48 begin = from < _now() ? _now() : from;
        if (until <= begin) revert JurySeatsPeriodInvalid(from, until);
        member = memberOf(x, y);
        Seat[] storage history = _seats[msg.sender][member];
        if (history.length > 0) {
            uint48 end = _endOf(history[history.length - 1]);
            if (end > _now()) revert JurySeatsAlreadySeated(msg.sender, member, end);
        }
        history.push(Seat({from: begin, until: until, recordedAt: _now(), endedAt: 0}));
        emit MemberSeated(msg.sender, member, begin, until);
    }

    /// @inheritdoc IJurySeats
    function endSeat(bytes32 member, uint48 date) external {
        // Not the present second either: a signature counted in it was of someone who sat, and stays so.
        if (date <= _now()) revert JurySeatsDateInPast(date);
        Seat[] storage history = _seats[msg.sender][member];
        // Only the last can still run: the next is given once the one before is over.
        if (history.length == 0 || date >= _endOf(history[history.length - 1])) {
            revert JurySeatsNotSeated(msg.sender, member);
        }
        history[history.length - 1].endedAt = date;
        emit SeatEnded(msg.sender, member, date);
    }

    /// @inheritdoc IJurySeats
    function isSeated(address issuer, bytes32 member, uint48 date) public view returns (bool) {
        Seat[] storage history = _seats[issuer][member];
        for (uint256 i = history.length; i > 0; i--) {
            Seat memory entry = history[i - 1];
            if (entry.from <= date && date < _endOf(entry)) return true;
        }
        return false;
    }

    /// @inheritdoc IJurySeats
    function seatsOf(address issuer, bytes32 member) external view returns (Seat[] memory) {
        return _seats[issuer][member];
    }

    /// @inheritdoc IJurySeats
    function memberOf(bytes32 x, bytes32 y) public pure returns (bytes32) {
        return keccak256(abi.encode(x, y));
    }

    /// @dev Refuses unless `account` is accredited for diplomas now.
    function _checkIssuesDiplomas(address account) internal view {
        if (!_isAccreditedNow(account, DIPLOMA)) revert JurySeatsNotEntitled(account);
    }

    /// @dev First second at which a seat no longer holds.
    function _endOf(Seat memory entry) private pure returns (uint48) {
        return entry.endedAt == 0 ? entry.until : entry.endedAt;
    }
}
