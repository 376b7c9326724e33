// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IIssuerRegistry} from "./IIssuerRegistry.sol";
import {Terms} from "./Terms.sol";

/// @title Who may issue what, since when, on whose word
/// @notice Append-only: the only field ever rewritten is the date of a withdrawal that has not happened yet.
contract IssuerRegistry is IIssuerRegistry {
    address private immutable _rootAuthority;
    /// @dev What the history says of now and later, in the one word that an anchor reads. An array of all 256 kinds
    /// takes one hash less than a mapping inside a mapping.
    mapping(address issuer => Terms[256] byKind) private _terms;
    mapping(address issuer => Accreditation[]) private _accreditations;
    mapping(address issuer => DocumentRecord[]) private _documents;
    mapping(bytes32 didDigest => address holder) private _holders;
    mapping(address issuer => Succession) private _successions;

    /// @notice Fixes for ever who stands above all accreditors.
    /// @param authority The account of the root authority.
    constructor(address authority) {
        if (authority == address(0)) revert IssuerRegistryIssuerInvalid(authority);
        _rootAuthority = authority;
    }

    /// @inheritdoc IIssuerRegistry
    function accredit(address issuer, uint8 kind, uint48 from, uint48 until, bool mayAccredit) external {
        if (issuer == address(0) || issuer == _rootAuthority) revert IssuerRegistryIssuerInvalid(issuer);
        uint48 begin = from < _now() ? _now() : from;
        if (until <= begin) revert IssuerRegistryPeriodInvalid(from, until);
        _checkMayGrant(msg.sender, kind, until);
        Terms terms = _terms[issuer][kind].notOverAt(block.timestamp);
        if (terms.areFull() || begin < terms.lastEnd()) {
            revert IssuerRegistryAlreadyAccredited(issuer, kind, terms.lastEnd());
        }

        _terms[issuer][kind] = terms.append(begin, until);
        _accreditations[issuer].push(
            Accreditation({
                by: msg.sender,
                from: begin,
                until: until,
                recordedAt: _now(),
                withdrawnAt: 0,
                kind: kind,
                mayAccredit: mayAccredit
            })
        );
        emit IssuerAccredited(issuer, msg.sender, kind, begin, until, mayAccredit);
    }

    /// @inheritdoc IIssuerRegistry
    function withdraw(address issuer, uint8 kind, uint48 date) external {
        if (date < _now()) revert IssuerRegistryDateInPast(date);
        Terms terms;
        bool held;
        bool ended;
        Accreditation[] storage history = _accreditations[issuer];
        for (uint256 i = 0; i < history.length; i++) {
            Accreditation memory entry = history[i];
            uint48 end = _endOf(entry);
            if (entry.kind != kind || end <= _now() || end <= entry.from) continue;
            if (date < end) {
                held = true;
                if (msg.sender == _rootAuthority || msg.sender == entry.by) {
                    history[i].withdrawnAt = end = date;
                    ended = true;
                }
            }
            if (entry.from < end) terms = terms.append(entry.from, end);
        }
        if (!held) revert IssuerRegistryNotAccredited(issuer, kind);
        if (!ended) revert IssuerRegistryNotEntitled(msg.sender, kind);
        _terms[issuer][kind] = terms;
        emit AccreditationWithdrawn(issuer, msg.sender, kind, date);
    }

    /// @inheritdoc IIssuerRegistry
    function recordDocument(bytes32 didDigest, bytes32 documentDigest) external {
        if (didDigest == 0 || documentDigest == 0) revert IssuerRegistryDocumentInvalid(didDigest, documentDigest);
        if (_accreditations[msg.sender].length == 0) revert IssuerRegistryNotEntitled(msg.sender, 0);
        address holder = _holders[didDigest];
        if (holder == address(0)) _holders[didDigest] = msg.sender;
        else if (holder != msg.sender) revert IssuerRegistryDidHeld(didDigest, holder);
        _documents[msg.sender].push(DocumentRecord(didDigest, documentDigest, _now()));
        emit DocumentRecorded(msg.sender, didDigest, documentDigest);
    }

    /// @inheritdoc IIssuerRegistry
    function succeed(address issuer, address successor) external {
        address before = _successions[issuer].successor;
        if (before != address(0)) revert IssuerRegistryAlreadySucceeded(issuer, before);
        if (successor == issuer || _accreditations[successor].length == 0) {
            revert IssuerRegistrySuccessorInvalid(issuer, successor);
        }
        _checkMaySucceed(issuer);
        _successions[issuer] = Succession(successor, _now());
        emit IssuerSucceeded(issuer, successor, msg.sender);
    }

    /// @inheritdoc IIssuerRegistry
    function rootAuthority() external view returns (address) {
        return _rootAuthority;
    }

    /// @inheritdoc IIssuerRegistry
    function isAccredited(address issuer, uint8 kind, uint48 date) external view returns (bool) {
        return _heldAt(issuer, kind, date).by != address(0);
    }

    /// @inheritdoc IIssuerRegistry
    function accreditationsOf(address issuer) external view returns (Accreditation[] memory) {
        return _accreditations[issuer];
    }

    /// @inheritdoc IIssuerRegistry
    function documentsOf(address issuer) external view returns (DocumentRecord[] memory) {
        return _documents[issuer];
    }

    /// @inheritdoc IIssuerRegistry
    function successorOf(address issuer) external view returns (Succession memory) {
        return _successions[issuer];
    }

    /// @dev Whether `issuer` is accredited for `kind` in this block. Reads one word.
    function _isAccreditedNow(address issuer, uint8 kind) internal view returns (bool) {
        return _terms[issuer][kind].holdAt(block.timestamp);
    }

    /// @dev The block's date. 48 bits last nine million years.
    function _now() internal view returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @dev Refuses unless `accreditor` may grant `kind` from now or later until `until`.
    function _checkMayGrant(address accreditor, uint8 kind, uint48 until) private view {
        if (accreditor == _rootAuthority) return;
        Accreditation memory own = _heldAt(accreditor, kind, _now());
        if (!own.mayAccredit) revert IssuerRegistryNotEntitled(accreditor, kind);
        uint48 end = _endOf(own);
        if (until > end) revert IssuerRegistryPeriodOutside(own.from, end);
    }

    /// @dev Refuses unless all that `issuer` held is over, and the caller is above it: of what took effect, whoever
    /// granted what ended last, so that an academy of long ago has no say.
    function _checkMaySucceed(address issuer) private view {
        Accreditation[] storage history = _accreditations[issuer];
        uint48 last;
        bool entitled;
        for (uint256 i = 0; i < history.length; i++) {
            Accreditation memory entry = history[i];
            uint48 end = _endOf(entry);
            if (end <= entry.from || end < last) continue;
            if (end > _now()) revert IssuerRegistryNotClosed(issuer, entry.kind, end);
            if (end > last) entitled = false;
            last = end;
            if (msg.sender == entry.by) entitled = true;
        }
        if (last == 0) revert IssuerRegistryNotAccredited(issuer, 0);
        if (!entitled && msg.sender != _rootAuthority) revert IssuerRegistryNotEntitled(msg.sender, 0);
    }

    /// @dev The accreditation of `issuer` for `kind` that held at the date `date`; all zero when none did.
    function _heldAt(address issuer, uint8 kind, uint48 date) private view returns (Accreditation memory held) {
        Accreditation[] storage history = _accreditations[issuer];
        for (uint256 i = 0; i < history.length; i++) {
            Accreditation memory entry = history[i];
            if (entry.kind == kind && entry.from <= date && date < _endOf(entry)) return entry;
        }
    }

    /// @dev First second at which an accreditation no longer holds.
    function _endOf(Accreditation memory entry) private pure returns (uint48) {
        return entry.withdrawnAt == 0 ? entry.until : entry.withdrawnAt;
    }
}
