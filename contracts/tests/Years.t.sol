// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IIssuerRegistry} from "../IIssuerRegistry.sol";
import {People} from "./People.t.sol";

/// @dev Years of life of a ledger: anyone tries anything, time passes, and a second memory is kept beside the ledger
/// of all that it once said. The invariants compare the two.
contract Years is People {
    /// @dev What the ledger answered about a second that is over.
    struct Answer {
        address issuer;
        uint8 kind;
        uint48 date;
        bool accredited;
    }

    Answer[] public answers;
    bytes32[] public roots;
    mapping(bytes32 root => bytes32) public anchors;
    mapping(address issuer => bytes32[]) public granted;
    mapping(address issuer => bytes32[]) public recorded;
    mapping(bytes32 didDigest => address) public holders;
    mapping(address issuer => bytes32) public successions;
    uint256 public disagreements;
    uint256 public withdrawals;
    uint256 public refusals;

    constructor() {
        openLedger();
        accreditSchool();
        remember(ACADEMY);
        remember(SCHOOL);
    }

    function someone(uint256 seed) public pure returns (address) {
        return [MINISTRY, ACADEMY, OTHER_ACADEMY, SCHOOL, STRANGER][seed % 5];
    }

    function tryAccredit(uint256 by, uint256 whom, uint256 kind, uint48 wait, uint48 length, bool mayAccredit) public {
        address issuer = someone(whom);
        uint48 from = between(wait, block.timestamp - DAY, block.timestamp + 30 * DAY);
        vm.prank(someone(by));
        try ledger.accredit(issuer, uint8(kind % 2 + 1), from, from + length % YEAR, mayAccredit) {
            remember(issuer);
        } catch {
            refusals++;
        }
    }

    function tryWithdraw(uint256 by, uint256 whom, uint256 kind, uint48 date) public {
        vm.prank(someone(by));
        uint48 day = between(date, block.timestamp - DAY, block.timestamp + 60 * DAY);
        try ledger.withdraw(someone(whom), uint8(kind % 2 + 1), day) {
            withdrawals++;
        } catch {
            refusals++;
        }
    }

    function tryAnchor(uint256 by, uint256 kind, bytes32 root) public {
        address issuer = someone(by);
        uint8 credential = uint8(kind % 2 + 1);
        bool expected = credential != DIPLOMA && ledger.isAccredited(issuer, credential, uint48(block.timestamp)) && root != 0
            && ledger.anchorOf(root).issuer == address(0);
        vm.prank(issuer);
        try ledger.anchor(root, credential) {
            if (!expected) disagreements++;
            roots.push(root);
            anchors[root] = keccak256(abi.encode(ledger.anchorOf(root)));
        } catch {
            refusals++;
            if (expected) disagreements++;
        }
    }

    /// @dev Few DIDs for many accounts, so that they are fought over.
    function tryRecord(uint256 by, uint256 did, bytes32 document) public {
        address issuer = someone(by);
        bytes32 digest = bytes32(did % 3 + 1);
        bool expected = document != 0 && ledger.accreditationsOf(issuer).length > 0
            && (holders[digest] == address(0) || holders[digest] == issuer);
        vm.prank(issuer);
        try ledger.recordDocument(digest, document) {
            if (!expected) disagreements++;
            IIssuerRegistry.DocumentRecord[] memory history = ledger.documentsOf(issuer);
            recorded[issuer].push(keccak256(abi.encode(history[history.length - 1])));
            holders[digest] = issuer;
        } catch {
            refusals++;
            if (expected) disagreements++;
        }
    }

    function trySucceed(uint256 by, uint256 whom, uint256 next) public {
        (address issuer, address caller) = (someone(whom), someone(by));
        address successor = someone(next);
        bool expected = successions[issuer] == 0 && issuer != successor
            && ledger.accreditationsOf(successor).length > 0 && maySucceed(caller, issuer);
        vm.prank(caller);
        try ledger.succeed(issuer, successor) {
            if (!expected) disagreements++;
            successions[issuer] = keccak256(abi.encode(successor, block.timestamp));
        } catch {
            refusals++;
            if (expected) disagreements++;
        }
    }

    /// @dev The present second ends here: from now on nobody may change what the ledger says about it.
    function pass(uint48 time) public {
        for (uint256 i = 0; i < 5; i++) {
            for (uint8 kind = 1; kind <= 2; kind++) {
                uint48 date = uint48(block.timestamp);
                answers.push(Answer(someone(i), kind, date, ledger.isAccredited(someone(i), kind, date)));
            }
        }
        vm.warp(block.timestamp + between(time, 1, 40 * DAY));
    }

    function grantedTo(address issuer) public view returns (bytes32[] memory) {
        return granted[issuer];
    }

    function recordedBy(address issuer) public view returns (bytes32[] memory) {
        return recorded[issuer];
    }

    function counts() public view returns (uint256, uint256) {
        return (answers.length, roots.length);
    }

    /// @dev An accreditation without the one field that a later decision may set.
    function essence(IIssuerRegistry.Accreditation memory entry) public pure returns (bytes32) {
        entry.withdrawnAt = 0;
        return keccak256(abi.encode(entry));
    }

    /// @dev In two looks where the contract takes one: when all was over, then whether it was on the caller's word.
    function maySucceed(address caller, address issuer) private view returns (bool named) {
        IIssuerRegistry.Accreditation[] memory history = ledger.accreditationsOf(issuer);
        uint48 last;
        for (uint256 i = 0; i < history.length; i++) {
            uint48 end = history[i].withdrawnAt == 0 ? history[i].until : history[i].withdrawnAt;
            history[i].until = end > history[i].from ? end : 0;
            if (history[i].until > last) last = history[i].until;
        }
        if (last == 0 || last > block.timestamp) return false;
        for (uint256 i = 0; i < history.length; i++) {
            if (history[i].until == last && history[i].by == caller) named = true;
        }
        return named || caller == MINISTRY;
    }

    function remember(address issuer) private {
        IIssuerRegistry.Accreditation[] memory history = ledger.accreditationsOf(issuer);
        granted[issuer].push(essence(history[history.length - 1]));
    }
}
